using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.Contracts.Certificates;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Testing;
using Portal.Testing.Services;
using Portal.Testing.Waiting;

namespace Portal.Certificate.Tests.Support;

/// <summary>The Certificate service on a real broker and database, with stand-ins for the services around it.</summary>
internal sealed class CertificateService : ServiceUnderTest<Program, CertificateDb>
{
    public const string ImportQueue = "certificate-import-holders";
    public const string IssueQueue = "certificate-issue-certificates";

    private CertificateService(Surroundings surroundings, FakePolicy policy)
        : base(surroundings) => Policy = policy;

    public FakePolicy Policy { get; }

    /// <param name="documents">Address of MongoDB; null leaves it to the environment.</param>
    public static async Task<CertificateService> StartAsync(
        Servers servers, CancellationToken cancellationToken, string? documents = null)
    {
        var surroundings = await Surroundings.CreateAsync(
            servers,
            "certificate",
            [
                typeof(HoldersImported), typeof(CertificatesIssued), typeof(DistributionStarted),
                typeof(DistributionCompleted),
            ],
            cancellationToken);
        var policy = surroundings.Keep(await FakePolicy.StartAsync());
        surroundings.Settings["Portal:PublicUrl"] = "https://portal.example";
        surroundings.Settings["services:policy:http:0"] = policy.Address;
        if (documents is not null)
        {
            surroundings.Settings["ConnectionStrings:documents"] = documents;
        }

        return await StartedAsync(new CertificateService(surroundings, policy));
    }

    /// <summary>A partner of the agency with every scope that the service asks for.</summary>
    public HttpClient PartnerOf(Guid agency) => With(Issuer.PartnerToken(
        agency, "holders.read", "certificates.read", "distributions.read", "policies.write"));

    /// <summary>A person of a client.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) => With(Issuer.InsuredToken(agency, account));

    /// <summary>Somebody of the agency who stepped into a client's account to manage it.</summary>
    public HttpClient ManagerOf(Guid agency, Guid account) => With(Issuer.DelegateToken(agency, account, "manage"));

    /// <summary>One of the portal's own services.</summary>
    public HttpClient ServiceWith(string scope) => With(Issuer.ServiceToken(scope));

    /// <summary>Imports holders and waits for the outcome.</summary>
    public async Task<HoldersImported> ImportAsync(ImportHoldersCommand order, CancellationToken cancellationToken)
    {
        await Bus.SendAsync(order, ImportQueue, cancellationToken);
        return await Bus.FirstAsync<HoldersImported>(
            outcome => outcome.ImportId == order.ImportId && outcome.Batch == order.Batch, cancellationToken);
    }

    /// <summary>Tells of the agency and waits until the service knows it.</summary>
    public async Task KnowsAgencyAsync(Guid agency, CancellationToken cancellationToken)
    {
        await Bus.PublishAsync(Some.Agency(agency), cancellationToken);
        await Eventually.TrueAsync(
            () => ReadAsync(
                db => db.Agencies.AnyAsync(copy => copy.Id == agency, cancellationToken)), cancellationToken);
    }
}
