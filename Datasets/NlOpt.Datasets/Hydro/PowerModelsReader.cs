using System.Collections.Immutable;
using NlOpt.Policies.Hydro;

namespace NlOpt.Datasets.Hydro;

/// <summary>The electric part of a case: PowerModels.json, a network in the data format of PowerModels.jl with a cost of unserved demand.</summary>
internal sealed record PowerModelsReader(
    ImmutableArray<Bus> Buses, ImmutableArray<Branch> Branches, ImmutableArray<Load> Loads, NumberedItems<Generator> Generators,
    double BaseMegawatts, double DeficitCost)
{
    private const string Unsupported = "data.unsupported";
    private const string LeaveOut = "leave it out of the case";

    public static PowerModelsReader Read(string text) => CaseValue.ReadDocument(text, Read);

    private static PowerModelsReader Read(CaseValue root)
    {
        foreach (var name in (string[])["dcline", "storage", "switch", "shunt"])
            if (root.FieldOrNull(name) is { } kind && kind.Members().FirstOrDefault() is { } device)
                throw device.Wrong("is a device that DC dispatch does not model here", Unsupported, LeaveOut);
        if (root.FieldOrNull("per_unit") is { } perUnit && !perUnit.IsTrue())
            throw perUnit.Wrong("is false: powers must be in per unit", Unsupported, "divide powers by baseMVA");
        var buses = new NumberedItems<Bus>("bus", root.Field("bus").Members(), sort: true, (number, value) =>
            new Bus(number, value.FieldOrNull("name")?.Text(), value.Field("bus_type").Whole(1) == 3));
        if (!buses.All.Any(bus => bus.IsReference))
            throw root.Field("bus").Wrong("has no reference bus", remedy: "set bus_type to 3 at one bus");
        var generators = new NumberedItems<Generator>("generator", InService(root, "gen", "gen_status"), sort: true, (number, value) =>
            ReadGenerator(number, value, buses));
        var branches = new NumberedItems<Branch>("branch", InService(root, "branch", "br_status"), sort: true, (number, value) =>
            ReadBranch(number, value, buses));
        var loads = new NumberedItems<Load>("load", InService(root, "load", "status"), sort: true, (_, value) =>
            new Load(buses.Find(value.Field("load_bus")), value.Field("pd").Number(0)));
        CheckAngles(root, branches);
        var baseMegawatts = root.Field("baseMVA").Number(double.Epsilon);
        return new PowerModelsReader(
            [.. buses.All], [.. branches.All], [.. loads.All], generators, baseMegawatts, baseMegawatts * root.Field("cost_deficit").Number(0));
    }

    private static IEnumerable<CaseValue> InService(CaseValue root, string kind, string status) =>
        root.Field(kind).Members().Where(value => value.FieldOrNull(status) is not { } field || field.Whole(0) != 0);

    private static Generator ReadGenerator(int number, CaseValue value, NumberedItems<Bus> buses)
    {
        var lowest = value.Field("pmin").Number(0);
        return new Generator(
            number, value.FieldOrNull("name")?.Text(), buses.Find(value.Field("gen_bus")),
            lowest, value.Field("pmax").Number(lowest), ReadCost(value));
    }

    /// <summary>The linear coefficient of a polynomial whose highest power stands first; some files leave the list shorter than ncost says.</summary>
    private static double ReadCost(CaseValue generator)
    {
        if (generator.FieldOrNull("model") is { } model && model.Whole(1) != 2)
            throw model.Wrong("is not 2: the cost must be a polynomial", Unsupported, "write the cost as linear and constant coefficient");
        var coefficients = generator.Field("cost").Items().Select(item => (Value: item.Number(), Place: item)).ToList();
        for (var index = 0; index < coefficients.Count; index++)
            if (index != coefficients.Count - 2 && coefficients[index].Value != 0)
                throw coefficients[index].Place.Wrong("is not 0: only the linear cost may be", Unsupported, "write the cost as [linear, 0]");
        return coefficients.Count < 2 ? 0 : coefficients[^2].Value;
    }

    private static Branch ReadBranch(int number, CaseValue value, NumberedItems<Bus> buses)
    {
        if (value.FieldOrNull("tap") is { } tap && tap.Number() != 1) throw tap.Wrong("is not 1: tap ratios are not modelled", Unsupported);
        if (value.FieldOrNull("shift") is { } shift && shift.Number() != 0) throw shift.Wrong("is not 0: phase shifts are not modelled", Unsupported);
        var (from, to) = (buses.Find(value.Field("f_bus")), buses.Find(value.Field("t_bus")));
        if (from == to) throw value.Field("t_bus").Wrong("is the bus where the branch begins");
        var reactance = value.Field("br_x").Number();
        if (reactance == 0) throw value.Field("br_x").Wrong("must not be 0", "data.range");
        var lowest = value.Field("angmin").Number();
        return new Branch(
            number, from, to, value.Field("br_r").Number(0), reactance,
            value.Field("rate_a").Number(0), lowest, value.Field("angmax").Number(lowest));
    }

    private static void CheckAngles(CaseValue root, NumberedItems<Branch> branches)
    {
        foreach (var pair in branches.All.GroupBy(branch => (branch.FromBus, branch.ToBus)))
            if (pair.Max(branch => branch.LowestAngle) > pair.Min(branch => branch.HighestAngle))
            {
                var numbers = string.Join(" and ", pair.Select(branch => branch.Number));
                throw root.Field("branch").Wrong($"holds the parallel branches {numbers}, whose angle limits exclude each other", "data.range");
            }
    }
}
