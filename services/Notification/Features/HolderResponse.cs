namespace Portal.Notification.Features;

/// <summary>The certificate holder that a delivery goes to.</summary>
internal sealed record HolderResponse(string Name, string Email);
