using Microsoft.EntityFrameworkCore;
using Portal.Compliance.Domain;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Compliance.Storage;

/// <summary>Database of the Compliance service. What belongs to an agency is seen by that agency alone, what to an account by whoever may see it.</summary>
internal sealed class ComplianceDb(DbContextOptions<ComplianceDb> options, AgencyScope scope) : DbContext(options)
{
    public DbSet<Proof> Proofs => Set<Proof>();

    public DbSet<KnownPolicy> Policies => Set<KnownPolicy>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Proof>(proof =>
        {
            proof.HasKey(p => p.ShareId);
            proof.Property(p => p.ShareId).ValueGeneratedNever();
            proof.Property(p => p.Policies).HasColumnType("jsonb").HasConversion(
                policies => ShownPolicies.Write(policies), json => ShownPolicies.Read(json), ShownPolicies.ByReference);
            proof.HasIndex(p => new { p.AgencyId, p.AccountId, p.ShareId });
            proof.HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId);
            proof.HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        });
        modelBuilder.Entity<KnownPolicy>(policy =>
        {
            policy.HasKey(p => p.PolicyId);
            policy.Property(p => p.PolicyId).ValueGeneratedNever();
            policy.Property(p => p.Line).HasConversion<string>();
            policy.Property(p => p.Status).HasConversion<string>();
            policy.Property(p => p.CorrectedVersion).HasDefaultValue(0L);
            policy.HasIndex(p => p.AccountId);
            policy.HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId);
            policy.HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        });
    }
}
