using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.People;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> entity)
    {
        entity.IsOwnedByPerson(one => one.Id);
        entity.HasIndex(one => new { one.AgencyId, one.Email }).IsUnique();
    }
}
