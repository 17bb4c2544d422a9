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
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ComplianceDb).Assembly);
        modelBuilder.Entity<Proof>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        modelBuilder.Entity<KnownPolicy>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
    }
}
