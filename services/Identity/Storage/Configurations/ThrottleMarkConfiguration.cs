using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Throttling;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class ThrottleMarkConfiguration : IEntityTypeConfiguration<ThrottleMark>
{
    public void Configure(EntityTypeBuilder<ThrottleMark> entity)
    {
        entity.IsOwnedByNobody("It is counted before it is known who calls.");
        entity.Property(one => one.Id).UseIdentityAlwaysColumn();
        entity.HasIndex(one => new { one.Key, one.At });
        entity.HasIndex(one => one.At);
    }
}
