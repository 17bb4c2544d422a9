using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Storage.Configurations;

internal sealed class FurtherContactConfiguration : IEntityTypeConfiguration<FurtherContact>
{
    public void Configure(EntityTypeBuilder<FurtherContact> entity)
    {
        entity.Property(one => one.RowVersion).IsRowVersion();
        entity.HasIndex(one => new { one.AccountId, one.Email }).IsUnique();
        entity.HasIndex(one => new { one.AgencyId, one.Email });
    }
}
