using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Benchmarks.Pdf;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Rendering;
using Portal.Certificates.Storage;
using Portal.Contracts.Certificates;
using Portal.Notification.Smtp;
using Portal.ServiceDefaults.Agencies;
using Portal.Testing;
using Portal.Testing.Mail;
using Portal.Testing.Messages;

namespace Portal.Benchmarks.Fanout;

/// <summary>Each stage of the fan-out alone, in certificates a second.</summary>
internal static class Floors
{
    private const int Count = 2_000;
    private const int Batch = 50;

    /// <summary>Measures them one after another on servers of their own.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var servers = new Servers();
        var renderer = new CertificateRenderer();
        var contents = Enumerable.Range(0, Count).Select(SampleCertificates.Number).ToList();
        foreach (var content in contents)
        {
            renderer.Render(content);
        }

        var pdf = renderer.Render(contents[0]);
        return new Dictionary<string, double>
        {
            ["render"] = await RateAsync(() =>
            {
                contents.ForEach(content => renderer.Render(content));
                return Task.CompletedTask;
            }),
            ["insert"] = await InsertAsync(servers, pdf, cancellationToken),
            ["publishAndConsume"] = await PublishAsync(servers, cancellationToken),
            ["smtp"] = await SmtpAsync(pdf, cancellationToken),
        };
    }

    private static async Task<double> InsertAsync(Servers servers, byte[] pdf, CancellationToken cancellationToken)
    {
        var database = await servers.CreateDatabaseAsync("floor", cancellationToken);
        var options = new DbContextOptionsBuilder<CertificateDb>().UseNpgsql(database)
            .UseSnakeCaseNamingConvention().Options;
        var scope = new AgencyScope(new HttpContextAccessor());
        await using (var db = new CertificateDb(options, scope))
        {
            await db.Database.EnsureCreatedAsync(cancellationToken);
        }

        var renewal = SampleRenewal.Of([Guid.CreateVersion7()]);
        var distribution = SampleRenewal.Open(renewal, Count);
        var warm = Enumerable.Range(0, Batch).Select(number => SampleRenewal.Share(renewal, number)).ToList();
        await SaveAsync(warm);
        var batches = Enumerable.Range(Batch, Count).Select(number => SampleRenewal.Share(renewal, number)).Chunk(Batch)
            .ToList();
        return await RateAsync(async () =>
        {
            foreach (var batch in batches)
            {
                await SaveAsync(batch);
            }
        });

        async Task SaveAsync(IEnumerable<Share> shares)
        {
            await using var db = new CertificateDb(options, scope);
            foreach (var share in shares)
            {
                var certificate = Certificate.Issue(share, distribution, renewal.Policies, DateTimeOffset.UtcNow);
                db.Certificates.Add(certificate);
                db.Documents.Add(new Document { CertificateId = certificate.Id, Content = pdf });
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // As the product does it: one message for a batch.
    private static async Task<double> PublishAsync(Servers servers, CancellationToken cancellationToken)
    {
        var broker = await servers.CreateVirtualHostAsync(cancellationToken);
        await using var bus = await RecordingBus.StartAsync(broker, [typeof(CertificatesIssued)], cancellationToken);
        await SendAsync(1);
        return await RateAsync(() => SendAsync(Count / Batch));

        async Task SendAsync(int batches)
        {
            var already = bus.Received<CertificatesIssued>().Count;
            await Task.WhenAll(Enumerable.Range(1, batches)
                .Select(batch => bus.PublishAsync(SampleRenewal.Issued(batch, Batch), cancellationToken)));
            while (bus.Received<CertificatesIssued>().Count < already + batches)
            {
                await Task.Delay(1, cancellationToken);
            }
        }
    }

    private static async Task<double> SmtpAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        using var sink = await SmtpSink.StartAsync(keep: false, cancellationToken);
        var settings = new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = sink.Port,
            Security = SmtpSecurity.None,
            From = "Harborlight <certificates@harborlight.example>",
        };
        await using var transport = new SmtpTransport(Options.Create(settings), TimeProvider.System);
        await SendAsync(Batch);
        return await RateAsync(() => SendAsync(Count));

        Task SendAsync(int mails) => Parallel.ForEachAsync(
            Enumerable.Range(0, mails),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = settings.Connections,
                CancellationToken = cancellationToken,
            },
            async (number, stop) =>
            {
                var outcome = await transport.StageAsync(SampleMail.Number(number, settings.Sender, pdf), stop);
                var mail = ((StageOutcome.Staged)outcome).Mail;
                await using (mail)
                {
                    _ = (MailOutcome.Accepted)await mail.FinishAsync();
                }
            });
    }

    private static async Task<double> RateAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
