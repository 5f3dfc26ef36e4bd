using System.CommandLine;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval</c>: measures the reader on a data set.</summary>
internal static class EvalCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var split = new Option<string>("--split")
        {
            Description = "The problems: train, dev, or a JSONL file in the format of the data set.",
            HelpName = "train|dev|FILE",
            Required = true,
        };
        var folds = new Option<int?>("--cross-validate") { Description = "Train on the other folds for each of K folds, so that scores on training data mean something.", HelpName = "K" };
        var output = new Option<string?>("--out") { Description = "Write results.json and report.html into this folder.", HelpName = "DIR" };
        var compare = new Option<string?>("--compare") { Description = "Compare with the results.json of another run.", HelpName = "OTHER.json" };
        var limit = new Option<int?>("--limit") { Description = "Only the first N problems.", HelpName = "N" };
        SharedOptions.RequireNumber(limit, count => count >= 1 && count == Math.Floor(count), "a whole number of 1 or more");
        var models = new ModelOptions();
        var json = SharedOptions.Json();
        var nl4opt = new Command("nl4opt", "Score a reader on NL4Opt problems, from their text alone.") { split, folds, limit, output, compare, json };
        models.AddTo(nl4opt);
        SharedOptions.RequireNumber(folds, count => count >= 2 && count == Math.Floor(count), "a whole number of 2 or more");
        nl4opt.Validators.Add(result =>
        {
            if (result.GetValue(folds) is not null && models.IsAsked(result)) result.AddError("--cross-validate trains the embedded reader and does not go with a language model.");
        });
        nl4opt.SetAction(parsed => new Nl4OptEvaluating(terminal, engines).Run(
            new Nl4OptRequest(
                parsed.GetRequiredValue(split), parsed.GetValue(folds), parsed.GetValue(limit), parsed.GetValue(output), parsed.GetValue(compare),
                parsed.GetValue(json), models.Of(parsed)),
            cancellationToken));
        return new Command("eval", "Measure the reader on a data set.")
        {
            nl4opt,
            CrossCommand.Make(terminal, engines, cancellationToken),
            CrossCheckCommand.Make(terminal, engines, cancellationToken),
            Templates(terminal, engines),
            SummariesCommand.Make(terminal, engines, cancellationToken),
            ReplayCommand.Make(terminal, engines, cancellationToken),
            DialogueRatingsCommand.Make(terminal, engines, cancellationToken),
            GeneratedCommand.Make(terminal, engines, cancellationToken),
            RobustnessCommand.Make(terminal, engines, cancellationToken),
        };
    }

    private static Command Templates(Terminal terminal, Engines engines)
    {
        var file = new Option<string?>("--file") { Description = "Classified paragraphs, one JSON object a line with a text and a class; without it those of the data folder.", HelpName = "FILE" };
        var json = SharedOptions.Json();
        var templates = new Command("templates", "Tell the class of single paragraphs and compare with the right ones.") { file, json };
        templates.SetAction(parsed => new TemplateEvaluating(terminal, engines).Run(parsed.GetValue(file), parsed.GetValue(json)));
        return templates;
    }
}
