using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Revocations;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class RevocationConfiguration : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> builder)
    {
        builder.IsOwnedByNobody("It is looked up before it is known who calls.");
        builder.Property(one => one.Id).UseIdentityAlwaysColumn();
        builder.Property(one => one.Kind).HasConversion<string>();
        builder.HasIndex(one => one.At);
        builder.HasIndex(one => one.Until);
        builder.HasIndex(one => new { one.Key, one.Kind });
    }
}
