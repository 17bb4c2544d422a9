using System.Diagnostics;
using OpenTelemetry;

namespace Portal.ServiceDefaults.Telemetry;

/// <summary>
/// Takes out of a span, before it is exported, what an address can tell of a person or let somebody do: a verification
/// code or an e-mail address stands in a path or a query. A request's path becomes the template of its route; of what
/// another service is asked only the service is left, whose own span names the route.
/// </summary>
internal sealed class RedactingProcessor : BaseProcessor<Activity>
{
    // OpenTelemetry's semantic conventions for HTTP spans.
    private const string Path = "url.path";
    private const string Full = "url.full";
    private const string Route = "http.route";

    private static readonly string[] Never =
    [
        "url.query", "user_agent.original", "client.address", "network.peer.address",
    ];

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem(Path) is not null)
        {
            data.SetTag(Path, data.GetTagItem(Route));
        }

        if (data.GetTagItem(Full) is string full)
        {
            data.SetTag(
                Full,
                Uri.TryCreate(full, UriKind.Absolute, out var address)
                    ? address.GetLeftPart(UriPartial.Authority)
                    : null);
        }

        foreach (var name in Never)
        {
            data.SetTag(name, null);
        }
    }
}
