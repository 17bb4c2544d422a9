using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.People;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class GoogleLinkConfiguration : IEntityTypeConfiguration<GoogleLink>
{
    public void Configure(EntityTypeBuilder<GoogleLink> entity)
    {
        entity.IsOwnedByPerson(one => one.PersonId);
        entity.HasKey(one => new { one.AgencyId, one.Issuer, one.Subject });
        entity.HasIndex(one => one.PersonId);
    }
}
