//go:build !unix

package conformance

const t1NoDescriptors = "the platform's loop watches no descriptors"

var inputs = table{
	"reader_after_ready_before_timer":         {pythonOnly: t1NoDescriptors},
	"reader_sees_write_of_callback_next_tick": {pythonOnly: t1NoDescriptors},
	"reader_called_each_tick_until_read":      {pythonOnly: t1NoDescriptors},
	"reader_before_writer_of_one_socket":      {pythonOnly: t1NoDescriptors},
	"reader_replaced":                         {pythonOnly: t1NoDescriptors},
	"reader_removed_by_ready_callback":        {pythonOnly: t1NoDescriptors},
	"future_set_by_reader":                    {pythonOnly: t1NoDescriptors},
	"error_in_reader":                         {pythonOnly: t1NoDescriptors},
}
