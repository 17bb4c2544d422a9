using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Domain.Shares;
using Portal.Insurance;
using Portal.Persistence;
using Portal.Persistence.Inbox;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Storage;

/// <summary>Database of the Certificate service.</summary>
internal sealed class CertificateDb(DbContextOptions<CertificateDb> options, AgencyScope scope)
    : PortalDb(options, scope)
{
    public DbSet<Share> Shares => Set<Share>();

    public DbSet<Distribution> Distributions => Set<Distribution>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<AgencyCopy> Agencies => Set<AgencyCopy>();

    public DbSet<AccountCopy> Accounts => Set<AccountCopy>();

    public DbSet<PolicyCopy> Policies => Set<PolicyCopy>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<ShareId>().HaveConversion<ShareIdConverter>();
        configurationBuilder.Properties<CertificateId>().HaveConversion<CertificateIdConverter>();
        configurationBuilder.Properties<DistributionId>().HaveConversion<DistributionIdConverter>();
        configurationBuilder.Properties<DistributionStatus>().HaveConversion<string>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.AddInbox();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CertificateDb).Assembly);

        // The one filter that has to ask another table.
        modelBuilder.Entity<Document>().HasQueryFilter(
            AgencyScope.AccountFilter,
            row => Scope.SeesEveryAccount || Certificates.Any(certificate => certificate.Id == row.CertificateId));
    }
}
