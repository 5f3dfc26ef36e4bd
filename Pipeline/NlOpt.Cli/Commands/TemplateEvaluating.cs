using System.Globalization;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Evaluation.Classification;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt eval templates</c>.</summary>
internal sealed class TemplateEvaluating(Terminal terminal, Engines engines)
{
    public int Run(string? file, bool json)
    {
        var loaded = file is null ? Load() : ClassifiedSentenceLoader.LoadFile(file);
        if (!loaded.TryGetValue(out var sentences))
        {
            FailureScreen.Show(terminal, loaded.Diagnostics);
            return ExitCode.Of(loaded.Diagnostics);
        }

        var report = ClassificationRun.Execute(sentences, new ParagraphClassifier());
        if (json) Write(report);
        else Show(new Screen(terminal.Output), report);
        return ExitCode.Done;
    }

    private Result<ClassifiedSentences> Load()
    {
        var folder = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory);
        return folder.TryGetValue(out var found) ? ClassifiedSentenceLoader.Load(found) : Result.Failure<ClassifiedSentences>(folder.Diagnostics);
    }

    private static void Show(Screen screen, ClassificationReport report)
    {
        screen.Heading($"classes of the paragraphs of {report.Dataset}");
        var read = report.Items.Count(item => item.HasStatement);
        screen.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{report.Right} of {report.Items.Length} right ({report.Accuracy:0.0%}); the parts of {read} were read too"));
        screen.Gap();
        screen.Heading("Class told as");
        screen.Columns(report.Confusion.Select(cell => new[]
        {
            Screen.Words(cell.PaperClass.ToString(CultureInfo.InvariantCulture)),
            Screen.Words(cell.Predicted),
            Screen.Words(cell.Count.ToString(CultureInfo.InvariantCulture)),
        }));
        if (report.Right == report.Items.Length) return;
        screen.Gap();
        screen.Heading("Errors, by line of the file");
        screen.Columns(report.Errors.Select(item => new[]
        {
            Screen.Words(string.Create(CultureInfo.InvariantCulture, $"line {item.Line}")),
            Screen.Words(string.Create(CultureInfo.InvariantCulture, $"class {item.PaperClass} told as {item.Predicted?.Id ?? "nothing"}")),
        }));
    }

    private void Write(ClassificationReport report) => JsonOutput.Write(terminal, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("dataset", report.Dataset);
        writer.WriteString("datasetSha256", report.DatasetSha256);
        writer.WriteNumber("right", report.Right);
        writer.WriteNumber("accuracy", report.Accuracy);
        writer.WriteStartArray("items");
        foreach (var item in report.Items)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", item.Line);
            writer.WriteNumber("class", item.PaperClass);
            writer.WriteString("predicted", item.Predicted?.Id);
            writer.WriteBoolean("hasStatement", item.HasStatement);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
