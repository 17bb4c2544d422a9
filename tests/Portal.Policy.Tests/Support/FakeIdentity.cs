using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;

namespace Portal.Policies.Tests.Support;

/// <summary>Takes Identity's commands to import clients and answers them, unless it is set to be silent.</summary>
internal sealed class FakeIdentity : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Guid Agency, string Ref), (
        Guid Id, long Version, ClientRow Row)> _accounts = new();
    private IHost _host = null!;

    private FakeIdentity()
    {
    }

    /// <summary>Orders that came, redelivered ones too.</summary>
    public ConcurrentQueue<ImportClientsCommand> Orders { get; } = new();

    /// <summary>Takes orders without answering.</summary>
    public bool Silent { get; set; }

    /// <summary>Reference of a client that is refused.</summary>
    public string? Refused { get; set; }

    /// <summary>Reference of a client whose contact waits to be confirmed.</summary>
    public string? Proposed { get; set; }

    public static async Task<FakeIdentity> StartAsync(string broker, CancellationToken cancellationToken)
    {
        var identity = new FakeIdentity();
        identity._host = await FakeService.StartAsync<ImportClientsConsumer, FakeIdentity>(
            broker, "identity", identity, cancellationToken);
        return identity;
    }

    /// <summary>What Identity would answer; carries the order out unless it is a dry run.</summary>
    public ClientsImported Answer(ImportClientsCommand order)
    {
        var (added, updated, unchanged) = (0, 0, 0);
        var accepted = order.Rows.Where(row => row.ClientRef != Refused).ToList();
        foreach (var row in accepted)
        {
            var key = (order.AgencyId, row.ClientRef);
            if (!_accounts.TryGetValue(key, out var known))
            {
                added++;
                known = (Guid.CreateVersion7(), 1, row);
            }
            else if (known.Row with { Line = row.Line } == row)
            {
                unchanged++;
            }
            else
            {
                updated++;
                known = (known.Id, known.Version + 1, row);
            }

            if (!order.DryRun)
            {
                _accounts[key] = known;
            }
        }

        return new ClientsImported
        {
            ImportId = order.ImportId,
            Batch = order.Batch,
            Added = added,
            Updated = updated,
            Unchanged = unchanged,
            Clients =
            [
                .. accepted.Where(row => _accounts.ContainsKey((order.AgencyId, row.ClientRef)))
                    .Select(row => Account(order.AgencyId, row)),
            ],
            Proposals = [.. accepted.Where(row => row.ClientRef == Proposed).Select(Problem)],
            Problems = [.. order.Rows.Where(row => row.ClientRef == Refused).Select(Problem)],
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static ImportProblem Problem(ClientRow row) => new()
    {
        File = "clients",
        Line = row.Line,
        Column = "contact_email",
        Value = row.ContactEmail,
        Message = "Another contact has this address; give one of its own.",
    };

    private ImportedClient Account(Guid agency, ClientRow row)
    {
        var account = _accounts[(agency, row.ClientRef)];
        return new ImportedClient { ClientRef = row.ClientRef, AccountId = account.Id, Version = account.Version };
    }
}
