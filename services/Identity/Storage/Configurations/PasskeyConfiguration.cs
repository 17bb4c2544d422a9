using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.SecondFactors;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> entity)
    {
        entity.IsOpenToAccounts("Staff asks for its own by the person, also while it has stepped into an account.");
        entity.HasIndex(one => one.CredentialId).IsUnique();
        entity.HasIndex(one => new { one.AgencyId, one.StaffId });
    }
}
