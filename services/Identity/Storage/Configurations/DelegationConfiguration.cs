using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Delegations;

namespace Portal.Identity.Storage.Configurations;

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> entity)
    {
        entity.Property(one => one.Mode).HasConversion<string>();
        entity.HasIndex(one => new { one.AgencyId, one.AccountId, one.Id });
        entity.HasIndex(one => one.StaffId);
        entity.HasIndex(one => one.SessionId);
    }
}
