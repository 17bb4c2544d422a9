using Microsoft.EntityFrameworkCore;
using Portal.Compliance.Domain.Policies;
using Portal.Compliance.Domain.Proofs;
using Portal.Persistence;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Compliance.Storage;

/// <summary>Database of the Compliance service.</summary>
internal sealed class ComplianceDb(DbContextOptions<ComplianceDb> options, AgencyScope scope) : PortalDb(options, scope)
{
    public DbSet<Proof> Proofs => Set<Proof>();

    public DbSet<KnownPolicy> Policies => Set<KnownPolicy>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ComplianceDb).Assembly);
}
