using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>
/// The whole system for walks through its pages: the demo book is in it, text messages can be sent, and oidc-provider
/// stands in for Google. A system of its own, because one computer is sent 20 codes an hour.
/// </summary>
public sealed class PortalWithGoogle : IAsyncLifetime
{
    private const string TextDomain = "text.portal.example";
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);

    // Each of these clients signs in for one test, because a code is sent once a minute.
    private IReadOnlyDictionary<string, DemoClient> _clients = new Dictionary<string, DemoClient>();

    internal RunningPortal Portal { get; private set; } = null!;

    internal GoogleStandIn Google { get; } = new();

    /// <summary>Address of the portal, without a slash at its end.</summary>
    internal string Address => Portal.Gateway.GetLeftPart(UriPartial.Authority);

    /// <summary>Has no mobile.</summary>
    internal DemoClient OfMailAlone => _clients["C610006"];

    /// <summary>Has a mobile.</summary>
    internal DemoClient OfMobile => _clients["C610001"];

    /// <summary>Its primary address is one of Google's own.</summary>
    internal DemoClient OfGmail => _clients["C610005"];

    /// <summary>Signs in with Google under another address.</summary>
    internal DemoClient OfGoogle => _clients["C610007"];

    /// <summary>Two clients with one primary address.</summary>
    internal (DemoClient First, DemoClient Second) OfOneAddress => (_clients["C610003"], _clients["C610004"]);

    /// <summary>Has certificates, and no mobile.</summary>
    internal DemoClient WithCertificates => _clients["C610009"];

    /// <summary>Has a mobile and reads all of its pages.</summary>
    internal DemoClient OfReading => _clients["C610011"];

    /// <summary>Where the text messages to a number arrive, as its gateway takes them in.</summary>
    internal static string MailboxOf(string mobile) => $"{mobile.TrimStart('+')}@{TextDomain}";

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        Portal = await RunningPortal.StartAsync(
            new PortalStart
            {
                KeepMail = true,
                Settings = [$"--Texts:Domain={TextDomain}", .. Google.Settings],
            }, patience.Token);
        await Google.StartAsync(Portal.Gateway, patience.Token);
        _clients = await BookAsync(patience.Token);
        var policies = await Portal.Partner.PoliciesAsync(WithCertificates.Ref, patience.Token);
        var renewal = await Portal.Partner.RenewAsync(
            policies, policies.Max(policy => policy.Expiration), patience.Token);
        await Portal.Partner.FinishedAsync(renewal, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Google.DisposeAsync();
        await Portal.DisposeAsync();
    }

    private async Task<IReadOnlyDictionary<string, DemoClient>> BookAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("portal-book-");
        try
        {
            var clients = Path.Combine(folder.FullName, "clients.csv");
            var book = await File.ReadAllTextAsync(DemoBook.FileOf("book", "clients.csv"), cancellationToken);
            await File.WriteAllTextAsync(
                clients,
                book.Replace("chlo@baptistesoftware4.example", "baptistesoftware4@gmail.com", StringComparison.Ordinal)
                    .Replace("elena@zhanghvac3.example", "katya@dbrowskisteelere2.example", StringComparison.Ordinal),
                cancellationToken);
            await Portal.Partner.ImportAsync(
                new Dictionary<string, string>(DemoBook.Files("book")) { ["clients"] = clients },
                dryRun: false,
                cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return (await Portal.Partner.ClientsAsync(cancellationToken)).ToDictionary(client => client.Ref);
    }
}
