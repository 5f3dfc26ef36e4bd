namespace NlOpt.Cli.Commands;

/// <summary>What <c>nlopt eval cross-check</c> was asked for; the options say what each means.</summary>
internal sealed record CrossCheckRequest(
    string? Folder, bool AcceptStale, string[] Splits, int Problems, int Logic, int Seed, string? Items, bool Json);
