namespace Portal.Identity.Features.SigningIn.WithGoogle;

internal static partial class GoogleLog
{
    [LoggerMessage(LogLevel.Warning, "A sign-in with Google failed: {Reason}")]
    public static partial void LogRefused(this ILogger logger, string? reason);
}
