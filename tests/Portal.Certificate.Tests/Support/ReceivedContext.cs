using System.Reflection;

namespace Portal.Certificate.Tests.Support;

/// <summary>What <see cref="Received"/> makes; a proxy derives from it, so it is public and not sealed.</summary>
public class ReceivedContext : DispatchProxy
{
    internal object? Message { get; set; }

    internal CancellationToken CancellationToken { get; set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        "get_Message" => Message,
        "get_CancellationToken" => CancellationToken,
        _ => throw new NotSupportedException(targetMethod?.Name),
    };
}
