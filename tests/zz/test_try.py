import pytest
from django.db import connection, connections
@pytest.mark.django_db
def test_role():
    with connection.cursor() as c:
        c.execute("select current_user, current_database()"); print(c.fetchone())
        c.execute("select count(*) from django_migrations"); print(c.fetchone())
@pytest.mark.django_db(databases=["default","compartment"])
def test_comp():
    with connections["compartment"].cursor() as c:
        c.execute("select current_user, current_schemas(false)"); print(c.fetchone())
@pytest.mark.django_db(transaction=True)
def test_tx(django_user_model):
    n=django_user_model.objects.count()
    django_user_model.objects.create(email="a@example.org")
    assert django_user_model.objects.count()==n+1
@pytest.mark.django_db(transaction=True)
def test_tx2(django_user_model):
    assert not django_user_model.objects.filter(email="a@example.org").exists()
def test_office(office):
    import requests
    print(requests.get(office.url+"/readyz").text)
    office.kill_worker(); office.start_worker(); office.stop_worker(); office.start_worker()
def test_browser(office, page, axe):
    page.goto(office.url+"/en/"); print(page.title())
    axe(page)
