using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Compliance.Domain.Policies;

namespace Portal.Compliance.Storage.Configurations;

internal sealed class KnownPolicyConfiguration : IEntityTypeConfiguration<KnownPolicy>
{
    public void Configure(EntityTypeBuilder<KnownPolicy> builder)
    {
        builder.HasKey(policy => policy.PolicyId);
        builder.Property(policy => policy.PolicyId).ValueGeneratedNever();
        builder.Property(policy => policy.Line).HasConversion<string>();
        builder.Property(policy => policy.Status).HasConversion<string>();
        builder.Property(policy => policy.CorrectedVersion).HasDefaultValue(0L);
        builder.HasIndex(policy => policy.AccountId);
    }
}
