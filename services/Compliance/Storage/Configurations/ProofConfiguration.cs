using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Compliance.Domain.Proofs;

namespace Portal.Compliance.Storage.Configurations;

internal sealed class ProofConfiguration : IEntityTypeConfiguration<Proof>
{
    public void Configure(EntityTypeBuilder<Proof> builder)
    {
        builder.HasKey(proof => proof.ShareId);
        builder.Property(proof => proof.ShareId).ValueGeneratedNever();
        builder.Property(proof => proof.Policies).HasColumnType("jsonb").HasConversion(
            policies => ShownPolicies.Write(policies), json => ShownPolicies.Read(json), ShownPolicies.ByReference);
        builder.HasIndex(proof => new { proof.AgencyId, proof.AccountId, proof.ShareId });
    }
}
