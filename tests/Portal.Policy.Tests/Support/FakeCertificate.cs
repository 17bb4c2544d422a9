using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;

namespace Portal.Policies.Tests.Support;

/// <summary>Takes Certificate's commands to import holders and answers them, unless it is set to be silent.</summary>
internal sealed class FakeCertificate : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Guid? Account, string Name), HolderRow> _holders = new();
    private IHost _host = null!;

    private FakeCertificate()
    {
    }

    /// <summary>Orders that came, redelivered ones too.</summary>
    public ConcurrentQueue<ImportHoldersCommand> Orders { get; } = new();

    /// <summary>Takes orders without answering.</summary>
    public bool Silent { get; set; }

    public static async Task<FakeCertificate> StartAsync(string broker, CancellationToken cancellationToken)
    {
        var certificate = new FakeCertificate();
        certificate._host = await FakeService.StartAsync<ImportHoldersConsumer, FakeCertificate>(
            broker, "certificate", certificate, cancellationToken);
        return certificate;
    }

    /// <summary>What Certificate would answer; carries the order out unless it is a dry run.</summary>
    public HoldersImported Answer(ImportHoldersCommand order)
    {
        var added = 0;
        foreach (var row in order.Rows.DistinctBy(row => row.Name.ToUpperInvariant()))
        {
            var key = (order.AccountId, row.Name.ToUpperInvariant());
            if (!_holders.ContainsKey(key))
            {
                added++;
                if (!order.DryRun)
                {
                    _holders[key] = row;
                }
            }
        }

        return new HoldersImported
        {
            ImportId = order.ImportId,
            Batch = order.Batch,
            Added = added,
            Updated = 0,
            Unchanged = order.Rows.Length - added,
            Problems = [],
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
