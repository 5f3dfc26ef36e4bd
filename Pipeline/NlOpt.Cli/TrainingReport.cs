using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Evaluation;

namespace NlOpt.Cli;

/// <summary>A trained file of weights.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Checksum of its content.</param>
/// <param name="Changed">False when the same bytes were there before.</param>
/// <param name="Splits">What it was trained on.</param>
internal sealed record TrainedFile(string Name, int Length, string Sha256, bool Changed, ImmutableArray<string> Splits);

/// <summary>What a training run made and how good it is. It quotes no data, so that it may lie beside the weights.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Files">What was made.</param>
/// <param name="Splits">What it was made from.</param>
/// <param name="Measured">Cross-validation over all splits joined; null when it was not asked for.</param>
internal sealed record TrainingReport(int Seed, ImmutableArray<TrainedFile> Files, ImmutableArray<Nl4OptSplit> Splits, EvaluationReport? Measured)
{
    private const int MostErrors = 10;

    public void Show(Screen screen)
    {
        screen.Heading("Weights");
        screen.Columns(Files.Select(file => (Spectre.Console.Rendering.IRenderable[])
        [
            Screen.Words(file.Name, Screen.Strong),
            Screen.Words(string.Create(CultureInfo.InvariantCulture, $"{file.Length:#,0} bytes")),
            Screen.Words(file.Sha256[..12]),
            Screen.Words(file.Changed ? "written" : "the same as before", file.Changed ? Screen.Warning : Screen.Good),
        ]));
        if (Measured is null) return;
        screen.Gap();
        EvaluationScreen.Show(screen, Measured);
    }

    public void WriteJson(Terminal terminal) => JsonOutput.Write(terminal, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteNumber("seed", Seed);
        writer.WriteStartArray("files");
        foreach (var file in Files)
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteNumber("length", file.Length);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteBoolean("changed", file.Changed);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("scores");
        foreach (var score in Measured?.Scores ?? [])
            if (score.Value is { } value) writer.WriteNumber(score.Id, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public string ToMarkdown()
    {
        var text = new StringBuilder("# Training report of the embedded reader\nMade by `nlopt train-reader`; the same data and seed give the same weights to the byte.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Seed {Seed}.\n\n| weights | bytes | SHA-256 | trained on |\n|---|---|---|---|\n");
        foreach (var file in Files)
            text.Append(CultureInfo.InvariantCulture, $"| {file.Name} | {file.Length} | {file.Sha256} | {string.Join(", ", file.Splits)} |\n");
        text.Append("\n| data | problems | SHA-256 |\n|---|---|---|\n");
        foreach (var split in Splits) text.Append(CultureInfo.InvariantCulture, $"| nl4opt/{split.Name} | {split.Problems.Length} | {split.Sha256} |\n");
        if (Measured is null) return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $"\n## {Measured.Folds}-fold cross-validation on {Measured.Dataset}\n| score | value | of |\n|---|---|---|\n");
        foreach (var score in Measured.Scores)
            if (score.Value is { } value) text.Append(CultureInfo.InvariantCulture, $"| {score.Id} | {value:0.000} | {score.Denominator:0} |\n");
        text.Append("\n| most frequent errors | first in | occurs in |\n|---|---|---|\n");
        foreach (var error in Measured.Errors.Take(MostErrors)) text.Append(CultureInfo.InvariantCulture, $"| {error.Label} | {error.MainErrors} | {error.Problems} |\n");
        return text.ToString();
    }
}
