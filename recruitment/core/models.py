"""The one table of the tools: how far each series of numbers has been used."""

from django.db import models


class Series(models.Model):
    """A series of public numbers within a year, such as the application numbers of 2026; `last` is the last one given."""

    code = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "year"], name="series_once_a_year")]

    def __str__(self) -> str:
        return f"{self.code} {self.year}: {self.last}"
