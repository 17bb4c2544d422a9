namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

internal static partial class GoogleLog
{
    [LoggerMessage(LogLevel.Warning, "A sign-in with Google failed: {Reason}")]
    public static partial void LogRefused(this ILogger log, string? reason);
}
