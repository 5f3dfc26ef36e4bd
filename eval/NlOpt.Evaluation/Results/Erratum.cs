namespace NlOpt.Evaluation;

/// <summary>A problem whose labels are wrong.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reason">What is wrong, in our own words.</param>
public sealed record Erratum(string Id, string Reason);
