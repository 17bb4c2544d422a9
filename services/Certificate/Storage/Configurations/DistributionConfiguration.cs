using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Certificates.Domain.Distributions;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class DistributionConfiguration : IEntityTypeConfiguration<Distribution>
{
    public void Configure(EntityTypeBuilder<Distribution> builder)
    {
        builder.Property(distribution => distribution.Cause).HasJsonConversion();
        builder.HasIndex(distribution => new { distribution.AccountId, distribution.StartedAt });
    }
}
