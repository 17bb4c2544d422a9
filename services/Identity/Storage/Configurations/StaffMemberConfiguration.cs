using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Storage.Configurations;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> entity)
    {
        entity.Property(one => one.Role).HasConversion<string>();
        entity.HasIndex(one => new { one.AgencyId, one.Email }).IsUnique();
    }
}
