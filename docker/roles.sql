-- The three logins of the portal and its database; run by the postgres image on its first start.
-- One owns and migrates, one serves, one alone reads the security compartment.
\getenv owner_password PORTAL_OWNER_PASSWORD
\getenv app_password PORTAL_APP_PASSWORD
\getenv compartment_password PORTAL_COMPARTMENT_PASSWORD

CREATE ROLE portal_owner LOGIN CREATEDB CREATEROLE PASSWORD :'owner_password';
CREATE ROLE portal_app LOGIN PASSWORD :'app_password';
CREATE ROLE portal_compartment LOGIN PASSWORD :'compartment_password';
CREATE DATABASE portal OWNER portal_owner ENCODING 'UTF8' TEMPLATE template0;
