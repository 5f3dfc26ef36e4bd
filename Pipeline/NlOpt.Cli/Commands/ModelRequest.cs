using NlOpt.Evaluation;

namespace NlOpt.Cli.Commands;

/// <summary>How a language model is to read; the options say what each means.</summary>
/// <param name="IsChecked">Whether the embedded reader checks it.</param>
/// <param name="Name">The model; null for the configured one.</param>
/// <param name="Folder">Folder of recorded calls; null where none are kept.</param>
/// <param name="IsMasked">Whether names and numbers are replaced before a text is sent.</param>
/// <param name="Attempts">How many formulations are made of a problem.</param>
/// <param name="Parallelism">How many problems are read at once.</param>
/// <param name="Prices">What tokens cost; null where that is not known.</param>
internal sealed record ModelRequest(bool IsChecked, string? Name, string? Folder, bool IsMasked, int Attempts, int Parallelism, ModelPrices? Prices);
