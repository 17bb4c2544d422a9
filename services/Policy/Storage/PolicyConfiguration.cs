using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Policies.Domain;

namespace Portal.Policies.Storage;

/// <summary>A policy is a row with its terms as one document; columns are only what lists search by.</summary>
internal sealed class PolicyConfiguration : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.ToTable("policies");
        builder.Property(policy => policy.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(policy => policy.AgencyId).HasColumnName("agency_id");
        builder.Property(policy => policy.AccountId).HasColumnName("account_id");
        builder.Property(policy => policy.ClientRef).HasColumnName("client_ref");
        builder.Property(policy => policy.ClientName).HasColumnName("client_name");
        builder.Property(policy => policy.Line).HasColumnName("line").HasConversion<string>();
        builder.Property(policy => policy.Status).HasColumnName("status").HasConversion<string>();
        builder.Property(policy => policy.CancelledAsOf).HasColumnName("cancelled_as_of");
        builder.Property(policy => policy.Expiration).HasColumnName("expiration");
        builder.Property(policy => policy.SearchText).HasColumnName("search_text");
        builder.Property(policy => policy.Revision).HasColumnName("revision");
        builder.Property(policy => policy.RowVersion).IsRowVersion();
        builder.Ignore(policy => policy.Current);
        builder.ComplexCollection(policy => policy.Terms, term =>
        {
            term.ToJson("terms");
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
    }
}
