using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Storage.Configurations;

/// <summary>A policy is a row with its terms as one document; columns are only what lists search by.</summary>
internal sealed class PolicyConfiguration : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.Property(policy => policy.Id).ValueGeneratedNever();
        builder.Property(policy => policy.Line).HasConversion<string>();
        builder.Property(policy => policy.Status).HasConversion<string>();
        builder.Property(policy => policy.State).HasConversion<string>();
        builder.Property(policy => policy.RowVersion).IsRowVersion();
        builder.Ignore(policy => policy.Current);
        builder.Ignore(policy => policy.HasUnrecorded);
        builder.Ignore(policy => policy.CurrentStatus);
        builder.ComplexCollection(policy => policy.Terms, term =>
        {
            term.ToJson();
            term.ComplexProperty(t => t.Carrier);
            term.ComplexProperty(t => t.Coverage, coverage =>
            {
                coverage.Property(c => c.Form).HasConversion<string>();
                coverage.Property(c => c.AggregateAppliesPer).HasConversion<string>();
                coverage.PrimitiveCollection(c => c.AutoScopes).ElementType().HasConversion<string>();
                coverage.ComplexProperty(c => c.Limits);
            });
        });
        builder.HasIndex(policy => new { policy.AgencyId, policy.Id });
        builder.HasIndex(policy => policy.AccountId);
        builder.HasIndex(policy => policy.TurnsAt);
        builder.HasIndex(policy => policy.Numbers).HasMethod("gin");
    }
}
