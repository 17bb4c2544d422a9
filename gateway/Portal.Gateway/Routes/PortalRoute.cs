using System.Globalization;

namespace Portal.Gateway.Routes;

/// <summary>
/// One route of the file <c>routes.json</c>. Nothing is open by default: a route without a policy stops the start.
/// </summary>
internal sealed record PortalRoute
{
    /// <summary>Value of <see cref="Policy"/> that asks for no token.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>
    /// Value of <see cref="Policy"/> that asks for no token, but passes on that of a session where there is one.
    /// </summary>
    public const string Optional = "optional";

    private const int DefaultTimeoutSeconds = 30;

    /// <summary>Unique name, which logs and traces use.</summary>
    public string? Name { get; init; }

    /// <summary>Service that answers; its addresses are <c>services__{service}__http__{n}</c>.</summary>
    public string? Service { get; init; }

    /// <summary>Path in the syntax of ASP.NET Core's routing.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Methods that are passed on; where GET is, HEAD is answered too, unless the answer is a stream.
    /// </summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Scope that the token needs, or <see cref="Anonymous"/> or <see cref="Optional"/>.</summary>
    public string? Policy { get; init; }

    /// <summary>Name of a limit from the configuration section <c>Limits</c>.</summary>
    public string? Limit { get; init; }

    /// <summary>Path at the service, where it is another one.</summary>
    public string? To { get; init; }

    /// <summary>Most bytes of a request's body.</summary>
    public long BodyLimitBytes { get; init; } = 1024 * 1024;

    /// <summary>Longest silence of the service, before and within its answer.</summary>
    public int TimeoutSeconds { get; init; } = DefaultTimeoutSeconds;

    /// <summary>
    /// Whether the answer is a stream without end, such as server-sent events, which may be silent for any time.
    /// </summary>
    public bool Stream { get; init; }

    /// <summary>
    /// Whether only the portal's own pages use the route: cookies other than the session's pass, and an unsafe request
    /// has to come from the portal itself whether it carries a cookie or not.
    /// </summary>
    public bool Browser { get; init; }

    /// <summary>
    /// Whether a page without a scope of its own exists below /as/ too, for brokers who stepped into a client's
    /// account; what a scope opens does in any case.
    /// </summary>
    public bool SteppedIn { get; init; }

    /// <summary>Whether the token has to carry a scope.</summary>
    public bool NeedsScope => Policy is not (Anonymous or Optional);

    /// <summary>
    /// Cluster that the route uses; a service has one for each length of silence, because YARP keeps it there.
    /// </summary>
    public string Cluster => this switch
    {
        { Stream: true } => $"{Service}-streams",
        { TimeoutSeconds: DefaultTimeoutSeconds } => Service!,
        _ => string.Create(CultureInfo.InvariantCulture, $"{Service}-{TimeoutSeconds}s"),
    };
}
