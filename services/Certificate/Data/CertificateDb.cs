using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain;
using Portal.Insurance;
using Portal.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Data;

/// <summary>Database of the Certificate service. What belongs to an agency is seen by that agency alone, what to an account by whoever may see it.</summary>
internal sealed class CertificateDb(DbContextOptions<CertificateDb> options, AgencyScope scope) : DbContext(options)
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
        configurationBuilder.Properties<ShareId>().HaveConversion<ShareIdConverter>();
        configurationBuilder.Properties<CertificateId>().HaveConversion<CertificateIdConverter>();
        configurationBuilder.Properties<DistributionId>().HaveConversion<DistributionIdConverter>();
        configurationBuilder.Properties<DistributionState>().HaveConversion<string>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.AddInbox();
        modelBuilder.ApplyConfiguration(new ShareConfiguration());
        modelBuilder.ApplyConfiguration(new DistributionConfiguration());
        modelBuilder.ApplyConfiguration(new CertificateConfiguration());
        modelBuilder.ApplyConfiguration(new DocumentConfiguration());
        modelBuilder.Entity<AgencyCopy>(agency => agency.Property(copy => copy.State).HasJsonConversion());
        modelBuilder.Entity<PolicyCopy>().HasIndex(policy => policy.AccountId);

        modelBuilder.Entity<Share>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        modelBuilder.Entity<Distribution>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        modelBuilder.Entity<Certificate>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        modelBuilder.Entity<AccountCopy>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.Id == scope.AccountId);
        modelBuilder.Entity<PolicyCopy>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.AgencyId == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, row => scope.SeesEveryAccount || row.AccountId == scope.AccountId);
        modelBuilder.Entity<AgencyCopy>()
            .HasQueryFilter(AgencyScope.Filter, row => scope.IsUnbounded || row.Id == scope.AgencyId)
            .HasQueryFilter(AgencyScope.AccountFilter, _ => scope.SeesEveryAccount);

        // A document is asked for by its certificate, which the mailing service knows of every agency.
        modelBuilder.Entity<Document>().HasQueryFilter(
            AgencyScope.AccountFilter,
            row => scope.SeesEveryAccount || Certificates.Any(certificate => certificate.Id == row.CertificateId));
    }
}
