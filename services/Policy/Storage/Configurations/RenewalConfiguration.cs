using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Policies.Domain.Renewals;

namespace Portal.Policies.Storage.Configurations;

internal sealed class RenewalConfiguration : IEntityTypeConfiguration<Renewal>
{
    public void Configure(EntityTypeBuilder<Renewal> builder)
    {
        builder.HasKey(renewal => renewal.DistributionId);
        builder.Property(renewal => renewal.DistributionId).ValueGeneratedNever();
    }
}
