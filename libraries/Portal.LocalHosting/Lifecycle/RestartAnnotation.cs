using Aspire.Hosting.ApplicationModel;

namespace Portal.LocalHosting.Lifecycle;

/// <summary>A resource whose processes are started again when they end without being asked to.</summary>
internal sealed record RestartAnnotation : IResourceAnnotation;
