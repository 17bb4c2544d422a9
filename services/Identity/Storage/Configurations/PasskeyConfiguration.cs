using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.SecondFactors;

namespace Portal.Identity.Storage.Configurations;

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> entity)
    {
        entity.HasIndex(one => one.CredentialId).IsUnique();
        entity.HasIndex(one => new { one.AgencyId, one.StaffId });
    }
}
