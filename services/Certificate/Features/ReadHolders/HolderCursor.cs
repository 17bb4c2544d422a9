namespace Portal.Certificates.Features.ReadHolders;

/// <summary>Place in a list of holders: by name, then certificate number.</summary>
internal sealed record HolderCursor(string Name, string Number);
