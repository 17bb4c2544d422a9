using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Delegations;
using Portal.Identity.Domain.Keys;
using Portal.Identity.Domain.People;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Domain.Throttling;
using Portal.Persistence;
using Portal.Persistence.Inbox;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Storage;

/// <summary>
/// Identity's database. Keys, revocations and used assertions belong to no agency, because they are looked up before it
/// is known who calls; who is bounded to an account sees what is that account's or its own.
/// </summary>
/// <param name="options">Where the database is.</param>
/// <param name="scope">Whose rows are seen.</param>
/// <param name="chain">Binds the audit trail; null only where the model alone is asked for.</param>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options, AgencyScope scope, AuditChain? chain = null)
    : PortalDb(options, scope)
{
    private readonly List<AuditFact> _facts = [];

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<UsedAssertion> UsedAssertions => Set<UsedAssertion>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<Revocation> Revocations => Set<Revocation>();

    public DbSet<ImportOutcome> ImportOutcomes => Set<ImportOutcome>();

    public DbSet<FurtherContact> FurtherContacts => Set<FurtherContact>();

    public DbSet<ContactProposal> ContactProposals => Set<ContactProposal>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<GoogleLink> GoogleLinks => Set<GoogleLink>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<ThrottleMark> ThrottleMarks => Set<ThrottleMark>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Enters a fact into its agency's audit trail with the next <see cref="SaveChangesAsync"/>.</summary>
    public void Record(AuditFact fact) => _facts.Add(fact);

    /// <summary>
    /// Saves the changes and the facts recorded with them, in the open transaction or in one of their own.
    /// </summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_facts.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        var heads = await this.AppendAsync(
            chain
                ?? throw new InvalidOperationException(
                    "Without the chain nothing can be recorded."), _facts, cancellationToken);
        var saved = await SaveWithEntriesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var head in heads)
        {
            await this.SetHeadAsync(head, cancellationToken);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        _facts.Clear();
        return saved;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.AddInbox();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IdentityDb).Assembly);
    }

    // An entry that was not saved must not be saved later: its place may be another's by then.
    private async Task<int> SaveWithEntriesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var isSaved = false;
        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            isSaved = true;
            return saved;
        }
        finally
        {
            foreach (var entry in isSaved ? [] : ChangeTracker.Entries<AuditEntry>()
                    .Where(one => one.State == EntityState.Added).ToList())
            {
                entry.State = EntityState.Detached;
            }
        }
    }
}
