using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Cli.Screens;
using NlOpt.Modeling;
using NlOpt.Pipeline;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt read</c>. Problems are read in order; Ctrl-C keeps every finished line.</summary>
internal sealed class BatchReading(Terminal terminal, Engines engines)
{
    private const int MostDiagnostics = 20;

    public int Run(string input, string output, bool solve, bool json, CancellationToken cancellationToken)
    {
        var loaded = Load(input);
        if (!loaded.TryGetValue(out var documents)) return FailureScreen.Refuse(terminal, loaded.Diagnostics);
        if (!engines.Formulator.Value.TryGetValue(out var formulator)) return FailureScreen.Refuse(terminal, engines.Formulator.Value.Diagnostics);
        var opened = PredictionFile.Open(output);
        if (!opened.TryGetValue(out var predictions)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        using (predictions)
        {
            var rest = documents.Where(document => !predictions.Ids.Contains(document.Id)).ToList();
            var predictor = new Predictor(formulator, solve ? engines.Solver.Value : null);
            var counts = new Dictionary<PredictionStatus, int>();
            using (var progress = new ProgressLine(terminal, "reading"))
            {
                foreach (var document in rest)
                {
                    var prediction = predictor.Predict(document, cancellationToken: cancellationToken);
                    predictions.Append(prediction);
                    counts[prediction.Status] = counts.GetValueOrDefault(prediction.Status) + 1;
                    progress.Show(documents.Length - rest.Count + counts.Values.Sum(), documents.Length);
                }
            }

            Report(documents.Length - rest.Count, counts, output, json);
        }

        return ExitCode.Done;
    }

    private Result<ImmutableArray<ProblemDocument>> Load(string input)
    {
        var text = InputText.Read(input, InputText.LongestModel, terminal.OpenInput);
        if (!text.TryGetValue(out var content)) return Result.Failure<ImmutableArray<ProblemDocument>>(text.Diagnostics);
        var documents = ImmutableArray.CreateBuilder<ProblemDocument>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in content.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var read = DocumentLine.Read(line, number);
            if (!read.TryGetValue(out var document)) diagnostics.AddRange(read.Diagnostics.Select(InFile));
            else if (ids.Add(document.Id)) documents.Add(document);
            else diagnostics.Add(InFile(Diagnostic.Error("batch.duplicate-id", $"the id '{document.Id}' comes twice", new DiagnosticLocation(number))));
            if (diagnostics.Count >= MostDiagnostics) break;
        }

        return diagnostics.Count == 0
            ? Result.Success(documents.ToImmutable())
            : Result.Failure<ImmutableArray<ProblemDocument>>(diagnostics.ToImmutable());

        Diagnostic InFile(Diagnostic found) => found with { Location = new DiagnosticLocation(found.Location?.Line, found.Location?.Column, InputText.Name(input)) };
    }

    private void Report(int kept, Dictionary<PredictionStatus, int> counts, string output, bool json)
    {
        int Count(PredictionStatus status) => counts.GetValueOrDefault(status);
        if (json)
        {
            JsonOutput.Write(terminal, writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("version", 1);
                writer.WriteString("predictions", output);
                writer.WriteNumber("kept", kept);
                writer.WriteNumber("read", Count(PredictionStatus.Read));
                writer.WriteNumber("declined", Count(PredictionStatus.Declined));
                writer.WriteNumber("error", Count(PredictionStatus.Error));
                writer.WriteEndObject();
            });
            return;
        }

        new Screen(terminal.Output).Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(PredictionStatus.Read)} read, {Count(PredictionStatus.Declined)} declined, {Count(PredictionStatus.Error)} failed, {kept} kept from before: {output}"));
    }
}
