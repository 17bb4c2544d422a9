using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Policies.Domain;

namespace Portal.Policies.Storage;

internal sealed class RenewalConfiguration : IEntityTypeConfiguration<Renewal>
{
    public void Configure(EntityTypeBuilder<Renewal> builder)
    {
        builder.ToTable("renewals");
        builder.Property(renewal => renewal.Id).HasColumnName("distribution_id").ValueGeneratedNever();
        builder.Property(renewal => renewal.AgencyId).HasColumnName("agency_id");
        builder.Property(renewal => renewal.AccountId).HasColumnName("account_id");
        builder.Property(renewal => renewal.PolicyIds).HasColumnName("policy_ids");
        builder.Property(renewal => renewal.RequestedBy).HasColumnName("requested_by");
        builder.Property(renewal => renewal.RequestedAt).HasColumnName("requested_at");
    }
}
