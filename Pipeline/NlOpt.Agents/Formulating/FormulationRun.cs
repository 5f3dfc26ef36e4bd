using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.SemanticKernel;
using NlOpt.Formulation;
using NlOpt.Formulation.Units;
using NlOpt.LanguageModels.Failures;
using NlOpt.LanguageModels.Prompts;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Agents.Formulating;

/// <summary>One way from words to a formulation: variables, parts, one goal or rule at a time, self-check.</summary>
internal sealed class FormulationRun(Kernel kernel, Source source, AgentOptions options, double temperature, CancellationToken cancellationToken)
{
    /// <summary>What is known of a formulation that nobody has checked: nothing.</summary>
    private const double UnknownProbability = 0.5;
    private const double UnreadLoss = 0.9;
    private const double DoubtedLoss = 0.5;

    private readonly ImmutableArray<Diagnostic>.Builder _warnings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly List<Question> _questions = [];
    private readonly List<(FormulatedPart Part, Statement Statement)> _rules = [];

    /// <summary>Formulates.</summary>
    public async Task<Result<ProblemFormulation>> FormulateAsync()
    {
        var found = await AskAsync("variables", PromptData.OfProblem(source), root => VariableReply.Read(root, source)).ConfigureAwait(false);
        if (!found.TryGetValue(out var variables)) return Failed(found.Diagnostics, "no variables were found");
        if (variables.IsEmpty)
        {
            var reason = found.Diagnostics.LastOrDefault(diagnostic => diagnostic.Code == "agent.reason")?.Message ?? "nothing is to be decided";
            return Result.Failure<ProblemFormulation>(
                Diagnostic.Error("read.not-a-problem", $"the language model finds nothing to decide on: {ReplyContext.Short(reason)}"));
        }

        var frame = Frame(variables);
        var divided = await AskAsync("parts", PromptData.OfSplitting(frame), root => PartsReply.Read(root, source)).ConfigureAwait(false);
        if (!divided.TryGetValue(out var split)) return Failed(divided.Diagnostics, "the problem could not be split into its rules");
        foreach (var demand in split.Unsupported) Decline(demand);

        var goal = split.Parts.Single(part => part.Template == Template.Objective);
        var formalised = await ObjectiveAsync(frame, goal, []).ConfigureAwait(false);
        if (!formalised.TryGetValue(out var objective)) return Failed(formalised.Diagnostics, "the goal could not be formalised");
        foreach (var part in split.Parts.Where(part => part != goal))
            if (await RuleAsync(frame, part, []).ConfigureAwait(false) is { } failure) return Failed(
                failure, $"{_rules.Count} of its rules had been formalised");
        for (var round = 0; round < options.SelfChecks; round++)
        {
            var checkedGoal = await SelfCheckAsync(frame, goal, objective).ConfigureAwait(false);
            if (!checkedGoal.TryGetValue(out var mended)) return Failed(checkedGoal.Diagnostics, $"{_rules.Count} of its rules had been formalised");
            if (mended is null) break;
            objective = mended;
        }

        return Finished(frame with { Objective = objective });
    }

    private Result<ProblemFormulation> Finished(ProblemFormulation frame)
    {
        var statements = _rules.Select(rule => rule.Statement).ToImmutableArray();
        var numbers = source.Turns.SelectMany(
            (turn, index) => NoteReader.Numbers(turn).Select(number => new FoundNumber(number.Evidence with { Turn = index }, number.Value)));
        var formulation = UnitLedger.Reconcile(frame with
        {
            Statements = statements,
            Ledger = LedgerBuilder.Build(numbers, frame.Variables, frame.Objective, statements),
            Questions = [.. _questions.OrderByDescending(question => question.ExpectedLoss)],
            Probability = UnknownProbability,
        }).Formulation;
        var errors = FormulationCheck.Check(formulation).Where(finding => finding.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        return errors.IsEmpty
            ? Result.Success(formulation, _warnings.ToImmutable())
            : Result.Failure<ProblemFormulation>([.. _warnings, .. errors]);
    }

    /// <summary>Lets the model look over what it made and mends what it finds.</summary>
    /// <returns>The goal, mended or not; null where nothing was wrong; or what the server did.</returns>
    private async Task<Result<ObjectiveStatement?>> SelfCheckAsync(ProblemFormulation frame, FormulatedPart goal, ObjectiveStatement objective)
    {
        var formulation = frame with { Objective = objective, Statements = [.. _rules.Select(rule => rule.Statement)] };
        var asked = await AskAsync("selfcheck", PromptData.OfCheck(formulation), root => SelfCheckReply.Read(root, formulation)).ConfigureAwait(
            false);
        if (!asked.TryGetValue(out var found)) return IsReply(asked.Diagnostics) ? Result.Success<ObjectiveStatement?>(null)
            : Result.Failure<ObjectiveStatement?>(asked.Diagnostics);
        if (found.Wrong.IsEmpty && found.Missing.IsEmpty) return Result.Success<ObjectiveStatement?>(null);
        foreach (var (rule, why) in found.Wrong.OrderByDescending(wrong => wrong.Rule).DistinctBy(wrong => wrong.Rule))
        {
            if (rule == 0)
            {
                var mended = await ObjectiveAsync(frame, goal, [why]).ConfigureAwait(false);
                if (mended.TryGetValue(out var better)) objective = better;
                else if (!IsReply(mended.Diagnostics)) return Result.Failure<ObjectiveStatement?>(mended.Diagnostics);
                continue;
            }

            var (part, old) = _rules[rule - 1];
            _rules.RemoveAt(rule - 1);
            if (await RuleAsync(frame, part, [why], rule - 1, old).ConfigureAwait(false) is { } failure) return Result.Failure<ObjectiveStatement?>(
                failure);
        }

        foreach (var part in found.Missing)
            if (await RuleAsync(frame, part, []).ConfigureAwait(false) is { } failure) return Result.Failure<ObjectiveStatement?>(failure);
        return Result.Success<ObjectiveStatement?>(objective);
    }

    private Task<Result<ObjectiveStatement>> ObjectiveAsync(ProblemFormulation frame, FormulatedPart goal, ImmutableArray<string> remarks) =>
        AskAsync("objective", PromptData.OfPart(frame, goal, remarks), root => ObjectiveReply.Read(root, goal, frame));

    /// <summary>Formalises a rule; one that the model cannot say stays as it was, or becomes a question.</summary>
    /// <returns>What the server did where it failed; null otherwise.</returns>
    private async Task<ImmutableArray<Diagnostic>?> RuleAsync(
        ProblemFormulation frame, FormulatedPart part, ImmutableArray<string> remarks, int? place = null, Statement? old = null)
    {
        var prompt = StatementReply.PromptOf(part.Template);
        var asked = await AskAsync(prompt, PromptData.OfPart(frame, part, remarks), root => StatementReply.Read(root, part, frame)).ConfigureAwait(
            false);
        if (!asked.TryGetValue(out var statement) && !IsReply(asked.Diagnostics)) return asked.Diagnostics;
        var quote = ReplyContext.Short(source.Quote(part.Said[0]));
        if (statement is null && old is null)
        {
            _warnings.Add(Diagnostic.Warning("agent.rule.unread", $"the language model could not formalise “{quote}”"));
            _questions.Add(new Question(SlotKind.Template, $"What does “{quote}” mean for the plan? It was not understood.", part.Said[0], [],
                UnreadLoss) { Doubt = 1 });
        }
        else
        {
            if (statement is null)
                _questions.Add(new Question(SlotKind.Template, $"Was “{quote}” understood rightly?", part.Said[0], [], DoubtedLoss) { Doubt =
                    DoubtedLoss });
            _rules.Insert(place ?? _rules.Count, (part, statement ?? old!));
        }

        return null;
    }

    private void Decline(UnsupportedDemand demand)
    {
        var quote = ReplyContext.Short(source.Quote(demand.Said));
        _warnings.Add(Diagnostic.Warning("agent.unsupported", $"“{quote}” cannot be said in the model and was left out: {demand.Reason}"));
        _questions.Add(new Question(
            SlotKind.Template, $"“{quote}” was left out. Can it be said as a limit, a share, a comparison or a condition?", demand.Said, [], UnreadLoss)
        {
            Doubt = 1,
        });
    }

    private async Task<Result<T>> AskAsync<T>(string prompt, string data, Func<JsonElement, Result<T>> read)
    {
        var asked = await new StructuredPrompt<T>(FormulatorPrompts.Of(prompt), read, options.Replies).AskAsync(
            kernel, data, temperature, cancellationToken).ConfigureAwait(false);
        _warnings.AddRange(asked.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error));
        return asked;
    }

    /// <summary>A frame to check goals and rules in: the variables, and a goal that is nothing but well formed.</summary>
    private ProblemFormulation Frame(ImmutableArray<DecisionVariable> variables) => new(
        source, variables,
        new ObjectiveStatement(ObjectiveSense.Minimize, ObjectiveClass.Count, "amount",
            [new WeightedVariable(variables[0].Id, new SourcedNumber(1))]),
        [], [], [], UnknownProbability);

    private static Result<ProblemFormulation> Failed(ImmutableArray<Diagnostic> diagnostics, string state) => Result.Failure<ProblemFormulation>(
        [.. diagnostics, Diagnostic.Error(
            "agent.stopped", string.Create(CultureInfo.InvariantCulture, $"the language model did not get to a formulation: {state}"))]);

    /// <summary>True where the model answered, but not so that it can be used, or would not answer; false where the server failed.</summary>
    private static bool IsReply(ImmutableArray<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .All(diagnostic => !diagnostic.Code.StartsWith("model.", StringComparison.Ordinal)
            || diagnostic.Code.StartsWith("model.reply.", StringComparison.Ordinal)
            || diagnostic.Code is FailureCode.Refused or FailureCode.Empty or FailureCode.OverLong or FailureCode.Malformed);
}
