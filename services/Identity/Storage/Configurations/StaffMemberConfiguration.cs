using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Agencies;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> entity)
    {
        // The agency's people are none of its clients'.
        entity.IsHiddenFromAccounts();
        entity.Property(one => one.Role).HasConversion<string>();
        entity.HasIndex(one => new { one.AgencyId, one.Email }).IsUnique();
    }
}
