using Microsoft.EntityFrameworkCore;
using Portal.Compliance.Domain;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Compliance.Data;

/// <summary>Database of the Compliance service. What belongs to an agency is seen by that agency alone, what to an account by whoever may see it.</summary>
internal sealed class ComplianceDb(DbContextOptions<ComplianceDb> options, AgencyScope scope) : DbContext(options)
{
    public DbSet<Proof> Proofs => Set<Proof>();

    public DbSet<KnownPolicy> Policies => Set<KnownPolicy>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Proof>(proof =>
        {
            proof.ToTable(ProofTable.Name).HasKey(p => p.ShareId);
            proof.Property(p => p.ShareId).HasColumnName("share_id").ValueGeneratedNever();
            proof.Property(p => p.AgencyId).HasColumnName("agency_id");
            proof.Property(p => p.AccountId).HasColumnName("account_id");
            proof.Property(p => p.Holder).HasColumnName("holder");
            proof.Property(p => p.CertificateNumber).HasColumnName("certificate_number");
            proof.Property(p => p.Revision).HasColumnName("revision");
            proof.Property(p => p.IssuedAt).HasColumnName("issued_at");
            proof.Property(p => p.FirstExpiration).HasColumnName("first_expiration");
            proof.Property(p => p.Policies).HasColumnName("policies").HasColumnType("jsonb").HasConversion(
                policies => ShownPolicies.Write(policies), json => ShownPolicies.Read(json), ShownPolicies.ByReference);
            proof.HasIndex(p => new { p.AgencyId, p.AccountId, p.ShareId });
            proof.HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId);
            proof.HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        });
        modelBuilder.Entity<KnownPolicy>(policy =>
        {
            policy.ToTable(PolicyTable.Name).HasKey(p => p.PolicyId);
            policy.Property(p => p.PolicyId).HasColumnName("policy_id").ValueGeneratedNever();
            policy.Property(p => p.AgencyId).HasColumnName("agency_id");
            policy.Property(p => p.AccountId).HasColumnName("account_id");
            policy.Property(p => p.Version).HasColumnName("version");
            policy.Property(p => p.Line).HasColumnName("line").HasConversion<string>();
            policy.Property(p => p.Status).HasColumnName("status").HasConversion<string>();
            policy.Property(p => p.Number).HasColumnName("number");
            policy.Property(p => p.Effective).HasColumnName("effective");
            policy.Property(p => p.Expiration).HasColumnName("expiration");
            policy.Property(p => p.CorrectedVersion).HasColumnName("corrected_version").HasDefaultValue(0L);
            policy.Property(p => p.CorrectedAt).HasColumnName("corrected_at");
            policy.HasIndex(p => p.AccountId);
            policy.HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId);
            policy.HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        });
    }
}
